import './desk.css';
import { render } from 'preact';
import { Desk } from './Desk.tsx';
import { takeLinkToken } from './link-token.ts';

const root = document.getElementById('desk');
if (root) render(<Desk link={takeLinkToken()} />, root);
