package dev.kontor.twin.shopware.cart;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What rule conditions can ask.
 *
 * @param customer the customer's row; groupId at least
 */
public record Shopper(
    ObjectNode customer,
    String currencyId,
    String salesChannelId,
    String billingCountryId,
    String shippingCountryId,
    Instant now) {}
