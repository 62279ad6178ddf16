namespace Kontor.Commerce;

using Microsoft.Finance.Currency;
using Microsoft.Finance.GeneralLedger.Setup;
using Microsoft.Finance.VAT.Setup;
using Microsoft.Foundation.ExtendedText;
using Microsoft.Foundation.Shipping;
using Microsoft.Inventory.Item;
using Microsoft.Inventory.Item.Attribute;
using Microsoft.Inventory.Item.Catalog;
using Microsoft.Inventory.Ledger;
using Microsoft.Inventory.Tracking;
using Microsoft.Inventory.Transfer;
using Microsoft.Pricing.PriceList;
using Microsoft.Purchases.Document;
using Microsoft.Sales.Customer;
using Microsoft.Sales.Document;
using Microsoft.Sales.History;
using Microsoft.Sales.Setup;

// Posting needs the permissions of posting as well: give the hub's user D365 SALES DOC, POST beside this set.
permissionset 50145 "KONTOR HUB"
{
    Assignable = true;
    Caption = 'Kontor hub', MaxLength = 30;
    Permissions =
        page "KTR Currency Precisions" = X,
        page "KTR Customer Details" = X,
        table "KTR Item Attr. Translation" = X,
        tabledata "KTR Item Attr. Translation" = RIMD,
        page "KTR Item Attr. Translations" = X,
        query "KTR Expected Receipts" = X,
        page "KTR Item Attribute Values" = X,
        page "KTR Item Category Nodes" = X,
        page "KTR Item Details" = X,
        page "KTR Item References" = X,
        table "KTR Item Text" = X,
        tabledata "KTR Item Text" = RIMD,
        codeunit "KTR Item Text Reader" = X,
        page "KTR Item Texts" = X,
        page "KTR Item Translations" = X,
        page "KTR Item Units of Measure" = X,
        page "KTR Item Variant Details" = X,
        table "KTR Item Variant Option" = X,
        tabledata "KTR Item Variant Option" = RIMD,
        page "KTR Item Variant Options" = X,
        codeunit "KTR Language Tags" = X,
        codeunit "KTR Order Actions" = X,
        query "KTR Planned Transfers" = X,
        page "KTR Price List Lines" = X,
        table "KTR Pricing Setup" = X,
        tabledata "KTR Pricing Setup" = RIMD,
        page "KTR Pricing Setups" = X,
        page "KTR Sales Order Details" = X,
        page "KTR Sales Shipment Details" = X,
        page "KTR Sales Shpt. Line Details" = X,
        page "KTR Ship-to Addresses" = X,
        query "KTR Stock By Locations" = X,
        table "KTR Stock Commitment" = X,
        tabledata "KTR Stock Commitment" = RIMD,
        codeunit "KTR Stock Commitment Reader" = X,
        page "KTR Stock Commitments" = X,
        page "KTR VAT Posting Setups" = X,
        tabledata "Price List Line" = R,
        tabledata "Sales & Receivables Setup" = R,
        tabledata "General Ledger Setup" = R,
        tabledata Currency = R,
        tabledata "VAT Posting Setup" = R,
        tabledata Item = R,
        tabledata "Item Variant" = R,
        tabledata "Item Unit of Measure" = R,
        tabledata Manufacturer = R,
        tabledata "Item Attribute" = R,
        tabledata "Item Attribute Value" = R,
        tabledata "Item Attribute Value Mapping" = R,
        tabledata "Item Attribute Translation" = R,
        tabledata "Item Attr. Value Translation" = R,
        tabledata "Item Translation" = R,
        tabledata "Extended Text Header" = R,
        tabledata "Extended Text Line" = R,
        tabledata "Item Reference" = R,
        tabledata "Item Category" = R,
        tabledata "Item Ledger Entry" = R,
        tabledata "Purchase Line" = R,
        tabledata "Transfer Line" = R,
        tabledata "Reservation Entry" = R,
        tabledata "Sales Shipment Header" = R,
        tabledata "Sales Shipment Line" = R,
        tabledata "Shipping Agent" = R,
        tabledata "Shipping Agent Services" = R,
        tabledata Customer = RM,
        tabledata "Ship-to Address" = RIMD,
        tabledata "Sales Header" = RMD,
        tabledata "Sales Line" = RMD;
}
