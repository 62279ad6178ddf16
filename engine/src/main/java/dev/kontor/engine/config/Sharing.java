package dev.kontor.engine.config;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a flow and the one the other way share of customers or articles that both systems have.
 *
 * @param registrations whether customers who registered become debtors without an order
 * @param mirrors the flow the other way, from shop to ERP; null if the flow is that one
 * @param owners of every attribute of a customer, the same in both flows
 * @param articles owners of every attribute of an article, the same in both flows; empty where no
 *     flow goes the other way
 */
public record Sharing(
    boolean registrations,
    @Nullable String mirrors,
    Map<Attribute, Owner> owners,
    Map<ArticleAttribute, Owner> articles) {

  /** Of a flow that shares nothing but what is usual. */
  public static final Sharing USUAL = new Sharing(false, null, Attribute.usualOwners(), Map.of());

  public Sharing {
    owners = Map.copyOf(owners);
    articles = Map.copyOf(articles);
  }

  /** Whose values the flow writes. */
  public Owner source() {
    return mirrors == null ? Owner.SHOP : Owner.ERP;
  }

  /** What of an article is the target's own word: it keeps what it has. */
  public Set<ArticleAttribute> left() {
    return articles.entrySet().stream()
        .filter(owned -> owned.getValue() != source())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  Sharing owned(Map<Attribute, Owner> by) {
    return new Sharing(registrations, mirrors, by, articles);
  }

  Sharing articlesOwned(Map<ArticleAttribute, Owner> by) {
    return new Sharing(registrations, mirrors, owners, by);
  }
}
