import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class PaymentProcessor {
    private static final Logger logger = LoggerFactory.getLogger(PaymentProcessor.class);

    public boolean charge(PaymentRequest req) {
        logger.info("Charging card {} cvv {} for {}", req.getCardNumber(), req.getCvv(), req.getAmount());
        return gateway(req);
    }

    private static String last4(String pan) {
        return pan.substring(pan.length() - 4);
    }

    private boolean gateway(PaymentRequest req) {
        return true;
    }
}
