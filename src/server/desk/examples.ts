import type { OpenAPIV3_1 } from 'openapi-types';
import type { Acknowledgement, PassingOn, SafetyAcceptance } from '../../domain/desk-api.ts';
import type { Recording } from '../../domain/recording.ts';

/** Made-up values for the API's description; each is accepted as it stands. */
export const exampleAcknowledgement: Acknowledgement = {
  message: 'We have your complaint. Someone at the council is looking into it now. You should hear from us by Friday.',
  route: 'statutory',
  revision: 1,
};

export const examplePassingOn: PassingOn = {
  message: 'We gave your thank you to the people it is for.',
  revision: 2,
};

export const exampleSafetyAcceptance: SafetyAcceptance = {
  concern: 'A young person does not want to go back home tonight.',
  action: 'Rang the emergency duty team at 21:30. They are visiting now and ring me back by 22:30.',
  revision: 2,
};

export const exampleRecording: Recording = {
  id: '3f2b1c0d-9e8a-4d7c-b6a5-948372615040',
  followKey: 'an-example-that-nobody-has',
  channel: 'phone',
  receivedOn: '2026-11-19',
  said: {
    version: 1,
    kind: 'compliment',
    words: 'She said that her social worker always rings back.',
    voice: 'parent-or-carer',
    person: 'Her social worker',
  },
};

const complaintId = '0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b';
export const unsafeId = '7e9c2d41-5b60-4c3a-9f18-4a2b6c8d0e1f';
export const complimentId = '5d1f7a52-3c84-4b9e-8a07-2e6f90b1c3d4';

export function caseIdParameter(example = complaintId): OpenAPIV3_1.ParameterObject {
  return {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of the case: that of the submission which opened it.',
    schema: { type: 'string', format: 'uuid' },
    example,
  };
}
