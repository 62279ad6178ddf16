package dev.kontor.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A posted invoice.
 *
 * @param currency ISO 4217 code of its amounts
 * @param remaining gross amount not yet paid
 * @param cancelled it was taken back as a whole by a credit memo
 * @param file by which the source's connector opens it as PDF, null if there is none
 */
public record Invoice(
    String number,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    String currency,
    Amount total,
    BigDecimal remaining,
    boolean cancelled,
    @Nullable String file) {}
