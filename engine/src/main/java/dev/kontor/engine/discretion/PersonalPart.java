package dev.kontor.engine.discretion;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a part of a document may tell of persons. Which fields do is a reviewed list: those of the
 * model (names, addresses, e-mail, phone, VAT ids, what people wrote) and what the connected
 * systems call them. Custom data may say anything.
 */
public enum PersonalPart {
  OTHER,
  PERSONAL,
  CUSTOM;

  /** Parts of documents in which every text but ids is about a person, or might be. */
  private static final Set<String> PARTS =
      Set.of(
          "customer",
          "ordercustomer",
          "customers",
          "buyer",
          "billto",
          "shipto",
          "address",
          "addresses",
          "billingaddress",
          "shippingaddress",
          "shippingorderaddress",
          "defaultbillingaddress",
          "defaultshippingaddress",
          "commentlines",
          "deliveryaddress");

  private static final Pattern FIELDS =
      Pattern.compile(
          "(first|last|middle|full|display|search|letter|customer|contact|company|person)name\\d?|salutation|title|company"
              + "|(sellto|billto|shipto|payto)(customer)?(name|contact).*|department|contact.*"
              + "|.*street.*|.*address.*|.*city|zip(code)?|.*post(al)?code|county|.*phone.*"
              + "|.*mobile.*|.*fax.*|.*e?mail.*|vat.*(id|ids|no|number)|taxregistration.*|iban|bic"
              + "|.*(owner|holder)|birth.*|.*comment.*|note|notes|reason|remoteaddr.*|ip|user.*"
              + "|yourreference|workdescription");

  /** Parts of documents that may say anything, whatever their fields are called. */
  private static final Set<String> MAY_SAY_ANYTHING = Set.of("extra", "customfields", "payload");

  /** What stands in such parts and tells nothing of the person. */
  private static final Pattern PLAIN =
      Pattern.compile("id|.*[a-z]id|kind|country.*|language|currency.*|.*state|versionid");

  /**
   * The kind of part that stands in this one under that name.
   *
   * @param name in lower case
   */
  public PersonalPart within(String name) {
    return this == CUSTOM || MAY_SAY_ANYTHING.contains(name)
        ? CUSTOM
        : PARTS.contains(name) ? PERSONAL : this;
  }

  /**
   * Whether what stands here in that field tells of a person, or might.
   *
   * @param field in lower case
   */
  public boolean tells(String field) {
    return switch (this) {
      case OTHER -> FIELDS.matcher(field).matches();
      case PERSONAL -> FIELDS.matcher(field).matches() || !PLAIN.matcher(field).matches();
      case CUSTOM -> true;
    };
  }

  /**
   * Whether what stands here in that field must not be quoted. What else a person's part holds,
   * such as a tax area, is needed to understand a diagnosis.
   *
   * @param field in lower case
   */
  boolean mustNotBeQuoted(String field) {
    return this == CUSTOM
        || FIELDS.matcher(field).matches()
        || (this == PERSONAL && field.equals("name"));
  }
}
