package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.OrderIds;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes group and terms of accounts; it makes none, and mails nobody. Each step looks first at
 * what is there, so that what an unanswered call brought about is not done again.
 */
public final class CustomerWriter implements Writer {

  /** Each takes up to nine calls. */
  private static final int MOST_ACCOUNTS = 20;

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final Groups groups;
  private final Terms terms;
  private final Companies companies;
  private final AccountSave save;
  private final CreditWriter credits;

  public CustomerWriter(MagentoApi api, MagentoSettings settings, InstantSource clock) {
    this.api = api;
    this.settings = settings;
    this.groups = new Groups(api, clock);
    this.terms = new Terms(settings, groups);
    this.companies = new Companies(api);
    this.save = new AccountSave(api, settings);
    this.credits = new CreditWriter(api);
  }

  @Override
  public int maxBatch() {
    return MOST_ACCOUNTS;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return terms.resolve(content, false);
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    Map<String, Account> there =
        settings.companies()
            ? accounts(drafts.stream().map(draft -> id(draft.targetId())).toList())
            : Map.of();
    List<Prepared> answers = new ArrayList<>();
    for (Draft draft : drafts) {
      Account account = there.get(id(draft.targetId()));
      answers.add(terms.resolve(draft.content(), account != null && account.hasCompany()));
    }
    return answers;
  }

  private static String id(@Nullable String targetId) {
    return targetId == null ? "" : targetId;
  }

  private Map<String, Account> accounts(List<String> ids) {
    List<String> known = ids.stream().filter(OrderIds::isId).distinct().toList();
    Map<String, Account> accounts = new HashMap<>();
    if (!known.isEmpty()) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).anyOf("entity_id", known);
      api.search("customers/search", criteria)
          .forEach(row -> accounts.put(row.path("id").asString(""), new Account(row)));
    }
    return accounts;
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::write).toList();
  }

  private Outcome write(Write write) {
    String id = id(write.targetId());
    if (write.action() != Write.Action.UPDATE) {
      return new Fault.Unsupported("accounts are made in the shop; the hub only updates them");
    }
    if (!OrderIds.isId(id)) {
      return new Fault.Invalid("id", "is no id of a customer of Magento", null);
    }
    try {
      Account account = there(id, accounts(List.of(id)).get(id));
      boolean ofCompany = settings.companies() && account.hasCompany();
      Company company = ofCompany ? companies.now(account.company()) : null;
      asDecided(write, account, company);
      apply(write, account, company);
      return new Outcome.Written(id, id, null);
    } catch (FaultException e) {
      return e.fault();
    }
  }

  private static Account there(String id, @Nullable Account account) {
    if (account == null) {
      throw new FaultException(
          new Fault.Missing(EntityType.CUSTOMER, id, "the customer is not in the shop (any more)"));
    }
    return account;
  }

  private static void asDecided(Write write, Account account, @Nullable Company company) {
    if (write.basis() != null && !write.basis().equals(account.version(Company.state(company)))) {
      throw new FaultException(
          new Fault.Conflict("the customer was changed in the shop since it was read"));
    }
  }

  private void apply(Write write, Account account, @Nullable Company company) {
    boolean ofCompany = company != null;
    Prepared prepared = terms.resolve(write.content(), ofCompany);
    if (prepared instanceof Prepared.Refused(Fault fault)) {
      throw new FaultException(fault);
    }
    JsonNode content = ((Prepared.Ready) prepared).content();
    String group = group(content);
    boolean moves = group != null && !group.equals(account.row().path("group_id").asString(""));
    save.account(
        account,
        moves && !ofCompany ? group : null,
        Terms.attributes(settings.customers(), content, ofCompany));
    if (company != null) {
      if (moves) {
        new CompanySave(api).group(company, Objects.requireNonNull(group));
      }
      credits.write(write.key(), content, company);
    }
  }

  private @Nullable String group(JsonNode content) {
    String name = Text.text(content.path(Terms.GROUP).path("name"));
    return name == null ? null : groups.id(name).orElse(null);
  }
}
