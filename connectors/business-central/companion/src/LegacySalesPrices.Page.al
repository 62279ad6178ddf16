#if KTR_LEGACY_PRICES
namespace Kontor.Commerce;

using Microsoft.Sales.Pricing;
using System.Environment.Configuration;

page 50111 "KTR Legacy Sales Prices"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'legacySalesPrice';
    EntitySetName = 'legacySalesPrices';
    EntityCaption = 'Legacy sales price';
    EntitySetCaption = 'Legacy sales prices';
    SourceTable = "Sales Price";
    ODataKeyFields = SystemId;
    DelayedInsert = true;
    Extensible = false;
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'id', Locked = true;
                }
                field(salesType; Rec."Sales Type")
                {
                    Caption = 'salesType', Locked = true;
                }
                field(salesCode; Rec."Sales Code")
                {
                    Caption = 'salesCode', Locked = true;
                }
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(variantCode; Rec."Variant Code")
                {
                    Caption = 'variantCode', Locked = true;
                }
                field(currencyCode; Rec."Currency Code")
                {
                    Caption = 'currencyCode', Locked = true;
                }
                field(unitOfMeasureCode; Rec."Unit of Measure Code")
                {
                    Caption = 'unitOfMeasureCode', Locked = true;
                }
                field(minimumQuantity; Rec."Minimum Quantity")
                {
                    Caption = 'minimumQuantity', Locked = true;
                }
                field(startingDate; Rec."Starting Date")
                {
                    Caption = 'startingDate', Locked = true;
                }
                field(endingDate; Rec."Ending Date")
                {
                    Caption = 'endingDate', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'unitPrice', Locked = true;
                }
                field(allowLineDiscount; Rec."Allow Line Disc.")
                {
                    Caption = 'allowLineDiscount', Locked = true;
                }
                field(allowInvoiceDiscount; Rec."Allow Invoice Disc.")
                {
                    Caption = 'allowInvoiceDiscount', Locked = true;
                }
                field(priceIncludesTax; Rec."Price Includes VAT")
                {
                    Caption = 'priceIncludesTax', Locked = true;
                }
                field(vatBusinessPostingGroupPrice; Rec."VAT Bus. Posting Gr. (Price)")
                {
                    Caption = 'vatBusinessPostingGroupPrice', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnOpenPage()
    var
        FeatureManagementFacade: Codeunit "Feature Management Facade";
    begin
        // Once the feature is on these rows are left-overs that price nothing.
        if FeatureManagementFacade.IsEnabled('SalesPrices') then
            Rec.SetRange("Sales Code", '<none>');
    end;
}
#endif
