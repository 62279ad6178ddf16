package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stock as the Inventory Visibility add-in has it, which answers at most 512 records at once
 * (supply-chain/inventory/inventory-visibility-api): where so many come, half of the items are
 * asked for instead, as others may have been left out.
 */
final class VisibleStock implements StockSource {

  private static final int MOST = 512;
  private static final List<String> FIELDS = List.of(FnoApi.COMPANY, Released.ITEM);

  private final FnoApi api;
  private final VisibilityService service;
  private final int chunk;

  VisibleStock(FnoSettings connection, VisibilitySettings settings, FnoApi api, Toolbox toolbox) {
    this.api = api;
    this.service = new VisibilityService(connection, settings, toolbox);
    this.chunk = Math.max(1, (MOST - 1) / settings.warehouses().size());
  }

  @Override
  public Part after(String item, int most) {
    List<String> items =
        api.after(Released.PRODUCTS, Released.ITEM, item, most, FIELDS).stream()
            .map(row -> Row.text(row, Released.ITEM))
            .toList();
    return new Part(of(items), items.isEmpty() ? "" : items.getLast());
  }

  @Override
  public List<Level> of(Collection<String> items) {
    List<String> distinct = items.stream().distinct().toList();
    List<Level> levels = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += chunk) {
      levels.addAll(some(distinct.subList(from, Math.min(distinct.size(), from + chunk))));
    }
    Map<String, Integer> order = new HashMap<>();
    distinct.forEach(item -> order.put(Released.key(item), order.size()));
    return levels.stream()
        .sorted(
            Comparator.comparing(
                level -> order.getOrDefault(Released.key(level.item()), distinct.size())))
        .toList();
  }

  private List<Level> some(List<String> items) {
    List<Level> levels = service.levels(items);
    if (levels.size() < MOST) {
      return levels;
    }
    if (items.size() == 1) {
      throw new FaultException(
          new Fault.Misconfigured(
              "visibility",
              "item "
                  + items.getFirst()
                  + " has "
                  + levels.size()
                  + " records or more, which is all the add-in answers at once; name fewer"
                  + " warehouses or dimensions"));
    }
    int half = items.size() / 2;
    List<Level> all = new ArrayList<>(some(items.subList(0, half)));
    all.addAll(some(items.subList(half, items.size())));
    return all;
  }
}
