package dev.kontor.connector.magento.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What it costs.
 *
 * @param taxRate percent, null where the source cannot tell
 */
record Tag(BigDecimal amount, String currency, boolean includesTax, @Nullable BigDecimal taxRate) {}
