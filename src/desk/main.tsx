import './desk.css';
import { render } from 'preact';
import { Desk } from './Desk.tsx';
import { takeSetUpToken } from './set-up-token.ts';

const root = document.getElementById('desk');
if (root) render(<Desk setUpToken={takeSetUpToken()} />, root);
