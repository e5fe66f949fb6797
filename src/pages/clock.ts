/**
 * What runs on the neutral page: the time, the day and its month, in the browser's own language. It is where "Hide"
 * leads when there is no network, so nothing on it, in it or about it says what else is at this address.
 */
const place = document.documentElement.lang;
const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(navigator.language || place, options);
const time = written({ hour: '2-digit', minute: '2-digit' });
const day = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const month = written({ month: 'long', year: 'numeric' });
const weekday = written({ weekday: 'short' });

function say(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element && element.textContent !== text) element.textContent = text;
}

function tick(): void {
  const now = new Date();
  say('time', time.format(now));
  if (document.getElementById('day')?.textContent === day.format(now)) return;
  say('day', day.format(now));
  say('month', month.format(now));
  drawMonth(now);
}

/** From Monday to Sunday, as calendars here are hung. */
function drawMonth(today: Date): void {
  const [head, body] = document.querySelectorAll('thead, tbody');
  const first = new Date(today.getFullYear(), today.getMonth(), 1);
  const before = (first.getDay() + 6) % 7;
  const dayAt = (cell: number) => new Date(today.getFullYear(), today.getMonth(), cell - before + 1);
  const rows = [0, 7, 14, 21, 28, 35].filter((start) => start === 0 || dayAt(start).getMonth() === today.getMonth());
  const week = [0, 1, 2, 3, 4, 5, 6];
  head?.replaceChildren(row(week.map((cell) => made('th', weekday.format(dayAt(cell))))));
  body?.replaceChildren(...rows.map((start) => row(week.map((cell) => dayCell(dayAt(start + cell), today)))));
}

function dayCell(date: Date, today: Date): HTMLElement {
  const isHere = date.getMonth() === today.getMonth();
  const cell = made('td', isHere ? String(date.getDate()) : '');
  if (isHere && date.getDate() === today.getDate()) cell.setAttribute('aria-current', 'date');
  return cell;
}

function row(cells: HTMLElement[]): HTMLElement {
  const made = document.createElement('tr');
  made.append(...cells);
  return made;
}

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

tick();
setInterval(tick, 1_000);

// An installed app has no address to type and no way back: three presses, on the page or of Shift, lead to the start.
let presses: number[] = [];
function press({ timeStamp }: Event): void {
  presses = [...presses, timeStamp].slice(-3);
  const [first = 0, , third] = presses;
  if (third && third - first <= 5_000) location.replace('/');
}
addEventListener('click', press);
addEventListener('keyup', (event) => {
  if (event.key === 'Shift') press(event);
});

export {};
