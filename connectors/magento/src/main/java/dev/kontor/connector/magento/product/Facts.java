package dev.kontor.connector.magento.product;

import java.util.List;
import java.util.Map;

/**
 * Ids of what the settings name.
 *
 * @param taxClasses id by the source's tax group
 * @param pounds whether weights are pounds instead of kilograms
 */
record Facts(
    int attributeSet, Map<String, String> taxClasses, List<Integer> websites, boolean pounds) {}
