/** A day of companies that buy at a Magento shop from Finance & Operations. */
@org.jspecify.annotations.NullMarked
package dev.kontor.proof.b2b;
