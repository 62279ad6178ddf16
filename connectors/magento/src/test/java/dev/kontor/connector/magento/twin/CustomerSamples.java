package dev.kontor.connector.magento.twin;

import dev.kontor.contract.TwinBench.Sample;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import tools.jackson.databind.node.ObjectNode;

/** What the ERP says a new company owes. */
final class CustomerSamples implements Samples {

  private final TwinCompanies companies;
  private int written;

  CustomerSamples(TwinCompanies companies) {
    this.companies = companies;
  }

  @Override
  public Sample right(Write.Action action) {
    return sample(action, "balance", 100 + ++written, "");
  }

  @Override
  public Sample wrong(Write.Action action) {
    return sample(action, "creditLimit", -1, "terms.creditLimit");
  }

  private Sample sample(Write.Action action, String term, int amount, String field) {
    TwinCompanies.Member member = companies.found();
    ObjectNode content = ModelJson.mapper().createObjectNode();
    content.putObject("terms").put("currency", "EUR").put(term, amount);
    String key = "effect-" + member.company() + field;
    return new Sample(new Write(key, action, "", member.customer(), content), field);
  }

  @Override
  public int effects(Sample sample) {
    return (int)
        companies
            .operations(String.valueOf(sample.write().targetId()))
            .valueStream()
            .filter(operation -> operation.path("amount").asInt() < 0)
            .count();
  }
}
