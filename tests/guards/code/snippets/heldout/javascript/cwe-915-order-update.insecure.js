const router = require('express').Router();
const Order = require('./models/order');

router.put('/orders/:id', async (req, res) => {
  const order = await Order.findByIdAndUpdate(req.params.id, req.body, { new: true });
  res.json(order);
});
module.exports = router;
