const router = require('express').Router();
const Order = require('./models/order');

router.put('/orders/:id', async (req, res) => {
  const { address, note } = req.body;
  const order = await Order.findOneAndUpdate(
    { _id: String(req.params.id), owner: req.user.id },
    { address: String(address), note: String(note) },
    { new: true },
  );
  res.json(order);
});
module.exports = router;
