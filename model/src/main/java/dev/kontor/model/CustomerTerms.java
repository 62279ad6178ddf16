package dev.kontor.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a customer buys; amounts are gross, in the ledger's currency.
 *
 * @param paymentTerms the source's code of the payment terms
 * @param currency ISO 4217 code of the amounts
 * @param creditLimit zero means none was set
 * @param balance what the customer owes
 * @param overdue what of it is past its due date
 * @param blocked what the customer is refused: {@code SHIPMENT}, {@code INVOICE}, {@code ALL}, or
 *     {@code NOTHING}
 */
public record CustomerTerms(
    @Nullable String paymentTerms,
    @Nullable String currency,
    @Nullable BigDecimal creditLimit,
    @Nullable BigDecimal balance,
    @Nullable BigDecimal overdue,
    @Nullable String blocked) {}
