import https from "https";
import axios from "axios";

export const client = axios.create({
  baseURL: "https://partner.example.com",
  httpsAgent: new https.Agent({ keepAlive: true }),
});
