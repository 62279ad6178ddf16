package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Toolbox;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads stock. Neither source bears a time of change, so every poll reads all of it; the same
 * figures are the same version, and nothing is done about them.
 */
public final class StockReader implements Reader {

  /** A document and the item it is about. */
  private record Told(String item, Document document) {}

  private final FnoApi api;
  private final StockSource source;
  private final VariantNumbers numbers;
  private final ZoneId zone;

  public StockReader(FnoSettings settings, FnoApi api, Toolbox toolbox) {
    this.api = api;
    this.source =
        VisibilitySettings.of(settings)
            .<StockSource>map(visibility -> new VisibleStock(settings, visibility, api, toolbox))
            .orElseGet(() -> new WarehouseStock(api));
    this.numbers = new VariantNumbers(settings, api);
    this.zone = settings.zone();
  }

  /** The cursor is a {@link Place}; blank begins anew, as the end of all does. */
  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Place at = Place.of(from);
    List<Told> whole = new ArrayList<>(restOf(at));
    String last = at.item();
    boolean more = true;
    while (whole.isEmpty() && more) {
      StockSource.Part part = source.after(last, limit);
      whole.addAll(told(part.levels()));
      last = part.last();
      more = !last.isEmpty();
    }
    boolean cut = whole.size() > limit;
    List<Told> some = cut ? whole.subList(0, limit) : whole;
    Place next =
        cut
            ? new Place(some.getLast().item(), some.getLast().document().id())
            : new Place(last, "");
    return new Page(some.stream().map(Told::document).toList(), next.cursor(), cut || more);
  }

  /** Articles of an item that found no place on the page before. */
  private List<Told> restOf(Place at) {
    return at.sku().isEmpty()
        ? List.of()
        : told(source.of(List.of(at.item()))).stream()
            .filter(told -> told.document().id().compareTo(at.sku()) > 0)
            .toList();
  }

  /** In the service's own order of items, and of articles within one. */
  private List<Told> told(List<Level> levels) {
    Figures figures = new Figures(api.clock().instant(), zone);
    Map<String, List<Told>> byItem = new LinkedHashMap<>();
    levels.forEach(level -> byItem.put(level.item(), new ArrayList<>()));
    new TreeMap<>(numbers.byNumber(levels))
        .forEach(
            (sku, own) -> {
              String item = own.getFirst().item();
              byItem
                  .computeIfAbsent(item, i -> new ArrayList<>())
                  .add(new Told(item, figures.of(sku, own)));
            });
    return byItem.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public List<Document> find(Identity identity) {
    if (identity instanceof Identity.NativeId id) {
      return fetch(List.of(id.id()));
    }
    throw new FaultException(
        new Fault.Unsupported("stock is found by article number only, given as native id"));
  }

  @Override
  public List<Document> fetch(List<String> skus) {
    return told(source.of(numbers.items(skus))).stream()
        .map(Told::document)
        .filter(document -> skus.stream().anyMatch(document.id()::equalsIgnoreCase))
        .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Page page = changes(from, limit);
    List<Document> thin = page.documents().stream().map(StockReader::thin).toList();
    return new Page(thin, page.next(), page.more());
  }

  private static Document thin(Document full) {
    return new Document(
        full.type(), full.id(), full.number(), full.version(), full.changedAt(), false, null);
  }
}
