package dev.kontor.connector.magento;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.changes.OrderReader;
import dev.kontor.connector.magento.order.OrderReplyWriter;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Optional;

/** One Magento shop. */
final class MagentoConnector implements Connector {

  private final MagentoSettings settings;
  private final MagentoApi api;
  private final Reader orders;
  private final Writer replies;

  MagentoConnector(MagentoSettings settings, Toolbox toolbox) {
    this.settings = settings;
    this.api = new MagentoApi(settings, toolbox);
    this.orders = new OrderReader(api, settings);
    this.replies = new OrderReplyWriter(api, settings);
  }

  @Override
  public List<Finding> check() {
    return new ShopCheck(api, settings).findings();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return type == EntityType.ORDER ? Optional.of(orders) : Optional.empty();
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return type == EntityType.ORDER ? Optional.of(replies) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Magento[" + settings.connection() + "]";
  }
}
