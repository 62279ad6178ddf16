package dev.kontor.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer's payment as the books have it.
 *
 * @param reference external reference it was entered with
 * @param posted whether it is in the ledger; else a line that people may still change
 * @param amount in the currency it was entered in, positive for money that came in
 * @param invoiceNumber what a line is applied to, null if to nothing or posted
 */
public record EnteredPayment(
    String reference, boolean posted, BigDecimal amount, @Nullable String invoiceNumber) {}
