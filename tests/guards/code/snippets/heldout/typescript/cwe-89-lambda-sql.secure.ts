import { APIGatewayProxyHandler } from 'aws-lambda';
import { createConnection } from 'mysql2/promise';

export const handler: APIGatewayProxyHandler = async (event) => {
  const conn = await createConnection(process.env.DB_URL!);
  const status = event.queryStringParameters?.status ?? 'open';
  const [rows] = await conn.execute('SELECT id, title FROM tickets WHERE status = ?', [status]);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
