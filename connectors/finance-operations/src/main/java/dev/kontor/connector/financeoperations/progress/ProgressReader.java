package dev.kontor.connector.financeoperations.progress;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.order.OrderReader;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads where the hub's orders stand. They bear no time of change, so every poll reads all that
 * were made within a set time; the same state is the same version.
 */
public final class ProgressReader implements Reader {

  /** No order number is longer. */
  private static final int NUMBER = 20;

  private static final Duration WATCHED = Duration.ofDays(90);

  private final FnoSettings settings;
  private final FnoApi api;
  private final OrderReader orders;

  public ProgressReader(FnoSettings settings, FnoApi api, OrderReader orders) {
    this.settings = settings;
    this.api = api;
    this.orders = orders;
  }

  /** The cursor is the last order told; blank begins anew, as the end of all does. */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    String after = from == null ? "" : from.value();
    Instant began = api.clock().instant();
    Duration watched = settings.settings().duration("watch", WATCHED);
    String filter =
        "OrderCreationDateTime ge "
            + began.minus(watched).truncatedTo(ChronoUnit.SECONDS)
            + " and "
            + settings.referenceField()
            + " ne ''";
    List<String> numbers =
        api.after(settings.headers(), OrderReader.NUMBER, after, filter, limit).stream()
            .map(row -> Row.text(row, OrderReader.NUMBER))
            .toList();
    List<Document> thin = read(numbers).stream().map(ProgressReader::thin).toList();
    boolean more = numbers.size() == limit;
    return new Page(thin, new Cursor(more ? numbers.getLast() : ""), more);
  }

  private static Document thin(Document full) {
    return new Document(
        full.type(), full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.ExternalReference reference ->
          fetch(orders.find(reference).stream().map(Document::id).toList());
      case Identity.Match _ -> throw unsupported("orders have no match key");
    };
  }

  /** An order that is gone and was never invoiced is cancelled. */
  @Override
  public List<Document> fetch(List<String> numbers) {
    return read(numbers.stream().filter(number -> number.length() <= NUMBER).toList());
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw unsupported("progress is not listed; it is found by order number");
  }

  private static FaultException unsupported(String message) {
    return new FaultException(new Fault.Unsupported(message));
  }

  private List<Document> read(List<String> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Instant began = api.clock().instant();
    Map<String, Document> found = orders.numbered(numbers);
    Slips slips = new Slips(settings, api, numbers);
    List<String> references =
        found.values().stream()
            .map(order -> reference(order.content()))
            .filter(reference -> !reference.isEmpty())
            .toList();
    PostedInvoices invoices = new PostedInvoices(settings, api, numbers, references);
    return numbers.stream().map(n -> document(n, found.get(n), slips, invoices, began)).toList();
  }

  private Document document(
      String number,
      @Nullable Document order,
      Slips slips,
      PostedInvoices invoices,
      Instant began) {
    JsonNode content =
        order == null || order.content() == null
            ? ModelJson.mapper().createObjectNode()
            : order.content();
    State state =
        order == null
            ? State.CANCELLED
            : content.has("InvoiceNumber") ? State.COMPLETED : OrderStates.of(content);
    String reference = reference(content);
    JsonNode progress =
        ModelJson.tree(
            new OrderProgress(
                number,
                reference.isEmpty() ? null : reference,
                state,
                null,
                slips.of(number, shipped(content, state)),
                invoices.of(number),
                invoices.creditsOf(number, reference),
                Map.of()));
    byte[] told = progress.toString().getBytes(StandardCharsets.UTF_8);
    String version = UUID.nameUUIDFromBytes(told).toString();
    return new Document(EntityType.ORDER_PROGRESS, number, number, version, began, false, progress);
  }

  private String reference(@Nullable JsonNode order) {
    return order == null ? "" : Row.text(order, settings.referenceField());
  }

  /** The articles of an order that left as a whole; lines of services have no article. */
  private static List<Shipment.Line> shipped(JsonNode order, State state) {
    return OrderStates.isWholeShipped(state)
        ? order
            .path(OrderReader.LINES)
            .valueStream()
            .filter(line -> !Row.text(line, "ExternalItemNumber").isEmpty())
            .map(
                line ->
                    new Shipment.Line(
                        Row.text(line, "ExternalItemNumber"),
                        Row.number(line, "OrderedSalesQuantity")))
            .toList()
        : List.of();
  }
}
