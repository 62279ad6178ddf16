package dev.kontor.engine.match;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A customer of a shop who can be told from others.
 *
 * @param key match key, under which the debtor is found or made
 */
public record Account(Side side, Customer customer, String key) {

  /** Those of the documents that are such; who has neither VAT id nor e-mail is left out. */
  public static List<Account> of(FlowLine line, Translator translator, List<Document> documents) {
    return documents.stream().flatMap(one -> of(line, translator, one)).toList();
  }

  private static Stream<Account> of(FlowLine line, Translator translator, Document document) {
    Customer customer =
        ModelJson.mapper()
            .treeToValue(
                translator.toModel(line, Objects.requireNonNull(document.content())),
                Customer.class);
    String key = customer.matchKey();
    return key == null ? Stream.of() : Stream.of(new Account(Side.of(document), customer, key));
  }
}
