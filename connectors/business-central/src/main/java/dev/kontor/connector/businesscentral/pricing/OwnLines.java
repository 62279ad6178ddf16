package dev.kontor.connector.businesscentral.pricing;

import java.util.ArrayList;
import java.util.List;

/** The sources and assets of a question, and their lines in the price book (rules 1, 3 and 5). */
final class OwnLines {

  private final PriceBook book;
  private final List<PriceSource> sources = new ArrayList<>();
  private final List<PriceAsset> assets = new ArrayList<>(2);

  OwnLines(PriceQuestion question, PriceModel model, PriceBook book) {
    this.book = book;
    Audience audience = question.audience();
    sources.add(PriceSource.ALL_CUSTOMERS);
    add(SourceType.CUSTOMER, audience.customerNo(), model);
    add(SourceType.CONTACT, audience.contactNo(), model);
    audience
        .campaigns(model.takesHeaderCampaign() ? question.campaign() : "")
        .forEach(campaign -> add(SourceType.CAMPAIGN, campaign, model));
    add(SourceType.CUSTOMER_PRICE_GROUP, audience.priceGroup(), model);
    add(SourceType.CUSTOMER_DISCOUNT_GROUP, audience.discountGroup(), model);
    assets.add(PriceAsset.item(question.itemNo()));
    String discountGroup = book.card(question.itemNo()).itemDiscountGroup();
    if (!discountGroup.isEmpty()) {
      assets.add(PriceAsset.itemDiscountGroup(discountGroup));
    }
  }

  private void add(SourceType type, String no, PriceModel model) {
    if (!no.isEmpty() && model.asks(type)) {
      sources.add(new PriceSource(type, no));
    }
  }

  List<PriceSource> sources() {
    return sources;
  }

  /** Lines for the item or its discount group. */
  List<PriceListLine> ofItem(PriceSource source) {
    List<PriceListLine> found = book.lines(source, assets.getFirst());
    for (PriceAsset group : assets.subList(1, assets.size())) {
      List<PriceListLine> ofGroup = book.lines(source, group);
      if (!ofGroup.isEmpty()) {
        List<PriceListLine> both = new ArrayList<>(found);
        both.addAll(ofGroup);
        found = both;
      }
    }
    return found;
  }

  List<PriceListLine> ofAllItems(PriceSource source) {
    return book.lines(source, PriceAsset.ALL_ITEMS);
  }

  /** Every line that could have a say, whatever its status, date or amount type. */
  List<PriceListLine> all(PriceModel model) {
    List<PriceListLine> all = new ArrayList<>();
    for (PriceSource source : sources) {
      all.addAll(ofItem(source));
      if (model.hasAllItems()) {
        all.addAll(ofAllItems(source));
      }
    }
    return all;
  }
}
