public class CartService {

    private static final int MAX_TOTAL = 1_000_000;

    public int total(CartRequest request) {
        int total = 0;
        for (CartLine line : request.getLines()) {
            int quantity = Integer.parseInt(line.getQuantity());
            int price = line.getUnitPriceCents();
            total = Math.addExact(total, Math.multiplyExact(quantity, price));
        }
        if (total > MAX_TOTAL) {
            throw new IllegalArgumentException("order too large");
        }
        return total;
    }
}
