package dev.kontor.connector.businesscentral.pricing;

import java.util.List;

/**
 * Who asks for a price: a bill-to customer (never the sell-to), the members of groups, or anybody.
 * Numbers and codes are blank for none.
 *
 * @param contactNo bill-to contact
 * @param priceGroup customer price group of the sales line
 * @param discountGroup customer discount group of the sales line
 * @param allowLineDiscount as copied from the customer to the sales line
 * @param campaigns activated for the customer
 * @param contactCompanyCampaigns activated for the company of the contact, second choice (rule 3)
 */
public record Audience(
    String customerNo,
    String contactNo,
    String priceGroup,
    String discountGroup,
    boolean allowLineDiscount,
    List<String> campaigns,
    List<String> contactCompanyCampaigns) {

  /** Anybody: only what is set up for all customers. */
  public static final Audience ALL_CUSTOMERS = groups("", "");

  public Audience {
    campaigns = List.copyOf(campaigns);
    contactCompanyCampaigns = List.copyOf(contactCompanyCampaigns);
  }

  /** Whoever is in these groups and has no agreement of his own. */
  public static Audience groups(String priceGroup, String discountGroup) {
    return new Audience("", "", priceGroup, discountGroup, true, List.of(), List.of());
  }

  /** One bill-to customer without contact and campaigns. */
  public static Audience customer(
      String no, String priceGroup, String discountGroup, boolean allowLineDiscount) {
    return new Audience(no, "", priceGroup, discountGroup, allowLineDiscount, List.of(), List.of());
  }

  /** The campaigns whose lines compete: the header's alone, else the activated ones (rule 3). */
  List<String> campaigns(String headerCampaign) {
    if (!headerCampaign.isEmpty()) {
      return List.of(headerCampaign);
    }
    return campaigns.isEmpty() ? contactCompanyCampaigns : campaigns;
  }
}
