/**
 * The commerce model every connected system is translated to and from: plain records, decimal
 * money.
 *
 * <p>Amounts are {@link java.math.BigDecimal} in the currency their document names, never binary
 * floating point; each amount says whether it is net, tax or gross.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.model;
