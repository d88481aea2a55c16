async function salesReport(connection, region, year) {
  const sql = 'SELECT product, SUM(total) AS total FROM sales WHERE region = ? AND year = ? GROUP BY product';
  const [rows] = await connection.execute(sql, [region, year]);
  return rows.map((row) => ({ product: row.product, total: Number(row.total) }));
}

module.exports = salesReport;
