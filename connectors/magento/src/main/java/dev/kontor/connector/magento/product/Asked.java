package dev.kontor.connector.magento.product;

import dev.kontor.spi.Fault;
import org.jspecify.annotations.Nullable;

/**
 * An article to be compared.
 *
 * @param plan null if it cannot be compared
 * @param fault why, null if it can
 */
record Asked(@Nullable Plan plan, @Nullable Fault fault) {}
