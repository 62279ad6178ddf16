package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The items that settings name for what is no article. */
public final class NamedItems {

  private final FnoSettings settings;
  private final FnoApi api;

  public NamedItems(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
  }

  /** One sentence for each that an order could not be entered with. */
  public List<String> wrong() {
    JsonNode open = settings.open();
    List<List<String>> named = LineItems.named(open).toList();
    Map<String, Article> found =
        new Articles(settings, api)
            .find(List.of(), named.stream().map(List::getLast).distinct().toList());
    return named.stream()
        .flatMap(
            one -> {
              Article article = found.get(one.getLast());
              String what = "item " + one.getLast() + " of setting " + one.getFirst();
              return article == null
                  ? List.of(what + " is no released product").stream()
                  : article.taxGroup().isEmpty()
                      ? List.of(what + " has no item sales tax group").stream()
                      : List.<String>of().stream();
            })
        .toList();
  }
}
