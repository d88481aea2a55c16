import axios, { AxiosInstance } from 'axios';
import * as https from 'https';

export function partnerClient(token: string): AxiosInstance {
  return axios.create({
    baseURL: 'https://api.partner.example',
    headers: { Authorization: `Bearer ${token}` },
    httpsAgent: new https.Agent({ rejectUnauthorized: false }),
  });
}
