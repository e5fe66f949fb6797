import pg from 'pg';

/** Runs one statement as the server's administrator. */
export async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The address of a database in the server at `serverUrl`. */
export function databaseAt(serverUrl: string, name: string): URL {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url;
}
