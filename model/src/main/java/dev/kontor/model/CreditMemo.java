package dev.kontor.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A posted credit memo.
 *
 * @param invoiceNumber of the invoice it corrects, null if it names none
 * @param currency ISO 4217 code of its amounts
 * @param total what is given back, positive
 * @param file by which the source's connector opens it as PDF, null if there is none
 */
public record CreditMemo(
    String number,
    @Nullable String invoiceNumber,
    LocalDate issuedOn,
    String currency,
    Amount total,
    @Nullable String file) {}
