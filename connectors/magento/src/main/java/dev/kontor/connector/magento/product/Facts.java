package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.attribute.Attributes;
import java.util.List;
import java.util.Map;

/**
 * Ids of what the settings name.
 *
 * @param taxClasses id by the source's tax group
 * @param pounds whether weights are pounds instead of kilograms
 * @param attributes of the attribute set; none where no setting names any
 */
record Facts(
    int attributeSet,
    Map<String, String> taxClasses,
    List<Integer> websites,
    boolean pounds,
    Attributes attributes) {}
