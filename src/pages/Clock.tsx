/** The neutral page as it is built; `clock.ts` fills it in. */
export function Clock() {
  return (
    <main>
      <h1 id="time">&#8288;</h1>
      <p id="day" />
      <table>
        <caption id="month" />
        <thead />
        <tbody />
      </table>
    </main>
  );
}
