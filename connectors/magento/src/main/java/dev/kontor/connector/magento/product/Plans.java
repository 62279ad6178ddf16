package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.attribute.Attributes;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.picture.Image;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells which products an article comes to, and what these are to be. */
final class Plans {

  private static final String ALL = ProductSettings.ALL_VIEWS;

  private final ProductSettings settings;
  private final Attributes attributes;
  private final Rows rows;
  private final Chosen chosen;

  /**
   * @param making whether categories and values that buyers choose among are made where the shop
   *     lacks them
   */
  Plans(MagentoSettings settings, ShopFacts facts, boolean making) {
    this.settings = settings.products();
    this.attributes = facts.get().attributes();
    Values values = new Values(attributes, making);
    this.rows = new Rows(settings, facts, values, making);
    this.chosen = new Chosen(values, this.settings);
  }

  /** What the shop cannot be told of it. */
  List<String> notes(Article article) {
    return rows.notes(article);
  }

  /**
   * What the article comes to.
   *
   * @param before what was last written of it, null if that is not known
   * @throws dev.kontor.spi.FaultException naming what is wrong with it
   */
  Plan plan(Article article, @Nullable Article before) {
    List<String> gone = gone(article, before);
    List<Part> parts = new ArrayList<>();
    Family family = null;
    if (article.variants().isEmpty() && gone.isEmpty()) {
      parts.add(new Part(ALL, rows.product(article, before, Kind.SIMPLE), false));
    } else {
      family = family(article, before, gone);
      family.children().forEach(child -> parts.add(new Part(ALL, child.product(), false)));
      family.gone().forEach(sku -> parts.add(removed(sku)));
    }
    List<Part> texts = new ArrayList<>(rows.views(article, before));
    for (Variant variant : article.variants()) {
      texts.addAll(rows.views(variant.article(), before(variant, before)));
    }
    return new Plan(
        article.sku(), parts, family, texts, rows.left(article, before), shown(article));
  }

  /** Of one the source no longer has. */
  static Plan gone(String sku, @Nullable Article before) {
    List<Part> parts = new ArrayList<>();
    parts.add(removed(sku));
    if (before != null) {
      before.variants().forEach(one -> parts.add(removed(one.sku())));
    }
    return new Plan(sku, parts, null, List.of(), Set.of(), List.of());
  }

  private static Part removed(String sku) {
    return new Part(ALL, Rows.removed(sku), true);
  }

  private static List<String> gone(Article article, @Nullable Article before) {
    if (before == null || article.leaves("variants")) {
      return List.of();
    }
    Set<String> now = new HashSet<>();
    article.variants().forEach(variant -> now.add(OpenPieces.key(variant.sku())));
    return before.variants().stream()
        .map(Variant::sku)
        .filter(sku -> !now.contains(OpenPieces.key(sku)))
        .toList();
  }

  private static @Nullable Article before(Variant variant, @Nullable Article before) {
    return before == null
        ? null
        : before.variants().stream()
            .filter(one -> OpenPieces.key(one.sku()).equals(OpenPieces.key(variant.sku())))
            .map(Variant::article)
            .findFirst()
            .orElse(null);
  }

  private Family family(Article article, @Nullable Article before, List<String> gone) {
    List<Child> children =
        article.variants().stream().map(one -> child(one, before(one, before))).toList();
    List<Choice> choices = new ArrayList<>();
    if (!children.isEmpty()) {
      article.variants().getFirst().names().forEach(name -> choices.add(choice(name, children)));
    }
    return new Family(rows.product(article, before, Kind.PARENT), choices, children, gone);
  }

  private Choice choice(String name, List<Child> children) {
    String code = Objects.requireNonNull(settings.options().get(name));
    return new Choice(
        attributes.get(code),
        name,
        children.stream()
            .map(child -> Objects.requireNonNull(child.chosen().get(code)))
            .filter(Values::isId)
            .collect(Collectors.toSet()));
  }

  private Child child(Variant variant, @Nullable Article before) {
    Map<String, String> values = chosen.of(variant);
    Wanted product = rows.product(variant.article(), before, Kind.VARIANT);
    Map<String, JsonNode> own = new LinkedHashMap<>(product.attributes());
    values.forEach((code, value) -> own.put(code, JsonNodeFactory.instance.stringNode(value)));
    return new Child(product.with(own), values);
  }

  private List<Shown> shown(Article article) {
    List<Shown> shown = new ArrayList<>();
    if (settings.pictures()) {
      if (!article.leaves("pictures")) {
        shown.add(shown(article, article.pictures()));
      }
      article.variants().forEach(one -> shown.add(shown(one.article(), one.article().pictures())));
    }
    return shown;
  }

  private static Shown shown(Article article, List<Image> pictures) {
    return new Shown(article.sku(), article.name(), pictures);
  }
}
