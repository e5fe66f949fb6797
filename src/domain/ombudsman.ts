/** The Local Government and Social Care Ombudsman: one for the whole country, and so not in a council's file. */
export const ombudsmanOffice = { phone: '0300 061 0614', website: 'https://www.lgo.org.uk' };
