package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.picture.Image;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures of one product, the first is the cover; its name stands in for them. */
record Shown(String sku, @Nullable String name, List<Image> images) {}
