package dev.kontor.bench.shop;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Received;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Optional;

/** A shop that pushes each new order whole and signed. */
record BenchShop(Reader orders) implements Connector, Inbox {

  @Override
  public Received receive(RawRequest request) {
    String signature = request.header(Signature.HEADER).orElse("");
    if (!Signature.proves(signature, request.body())) {
      return Received.rejected(401, "the signature does not fit the body");
    }
    Document order = ShopOrders.document(ModelJson.parse(request.body()));
    Notice notice = new Notice(EntityType.ORDER, order.id(), "order placed", order.id(), order);
    return new Received(Received.Reply.of(200), List.of(notice), null);
  }

  @Override
  public List<Finding> check() {
    return List.of();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return type == EntityType.ORDER ? Optional.of(orders) : Optional.empty();
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }

  @Override
  public Optional<Inbox> inbox() {
    return Optional.of(this);
  }
}
