package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the shop cannot be told of an article, in words for people. */
record Notes(ProductSettings settings, Facts facts, Costs costs) {

  List<String> of(Article article) {
    List<String> notes = new ArrayList<>();
    languages(article)
        .forEach(
            language ->
                notes.add("texts in " + language + " were left out; products.views names no view"));
    String group = article.taxGroup();
    if (group != null && !facts.taxClasses().containsKey(group)) {
      notes.add("tax class left as it is; products.taxClasses does not name " + group);
    }
    price(article, notes);
    details(article, notes);
    return notes;
  }

  private Stream<String> languages(Article article) {
    return Stream.concat(
            article.texts().stream(),
            article.variants().stream().flatMap(one -> one.article().texts().stream()))
        .map(Words::language)
        .filter(language -> !settings.views().containsKey(language))
        .distinct();
  }

  private void price(Article article, List<String> notes) {
    String obstacle = costs.obstacle(article.price());
    if (article.variants().isEmpty() && obstacle != null && !article.leaves("price")) {
      notes.add(obstacle + "; the article is not sold until it has one");
    }
    for (Variant variant : article.variants()) {
      String own = costs.obstacle(variant.article().price());
      if (own != null && !article.leaves("price")) {
        notes.add("variant " + variant.sku() + ": " + own + "; it is not sold until it has one");
      }
    }
  }

  private void details(Article article, List<String> notes) {
    if (settings.categories() == null && !article.categories().isEmpty()) {
      notes.add("categories were left out; the setting products.categories is not set");
    }
    String unnamed =
        article.properties().stream()
            .map(Property::name)
            .filter(name -> !settings.attributes().containsKey(name))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!unnamed.isEmpty()) {
      notes.add("attributes were left out; products.attributes does not name " + unnamed);
    }
    Stream.concat(
            article.pictures().stream(),
            article.variants().stream().flatMap(one -> one.article().pictures().stream()))
        .filter(image -> settings.pictures() && !image.isTaken())
        .map(image -> image.contentType())
        .distinct()
        .forEach(
            type ->
                notes.add(
                    "a picture of type " + type + " was left out; the shop takes JPEG, PNG, GIF"));
  }
}
