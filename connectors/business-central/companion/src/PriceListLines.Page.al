namespace Kontor.Commerce;

using Microsoft.Pricing.Asset;
using Microsoft.Pricing.PriceList;
using Microsoft.Pricing.Source;

page 50110 "KTR Price List Lines"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'priceListLine';
    EntitySetName = 'priceListLines';
    EntityCaption = 'Price list line';
    EntitySetCaption = 'Price list lines';
    SourceTable = "Price List Line";
    SourceTableView = where("Price Type" = const(Sale));
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
                field(priceListCode; Rec."Price List Code")
                {
                    Caption = 'priceListCode', Locked = true;
                }
                field(lineNumber; Rec."Line No.")
                {
                    Caption = 'lineNumber', Locked = true;
                }
                field(sourceType; SourceType)
                {
                    Caption = 'sourceType', Locked = true;
                }
                field(sourceNumber; Rec."Source No.")
                {
                    Caption = 'sourceNumber', Locked = true;
                }
                field(assetType; AssetType)
                {
                    Caption = 'assetType', Locked = true;
                }
                field(assetNumber; Rec."Asset No.")
                {
                    Caption = 'assetNumber', Locked = true;
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
                field(amountType; AmountType)
                {
                    Caption = 'amountType', Locked = true;
                }
                field(unitPrice; Rec."Unit Price")
                {
                    Caption = 'unitPrice', Locked = true;
                }
                field(lineDiscountPercent; Rec."Line Discount %")
                {
                    Caption = 'lineDiscountPercent', Locked = true;
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
                field(status; Rec.Status)
                {
                    Caption = 'status', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnOpenPage()
    begin
        // Sources of projects and all-vendors lines never price a sales document.
        Rec.SetFilter("Source Type", '%1|%2|%3|%4|%5|%6',
            Rec."Source Type"::"All Customers", Rec."Source Type"::Customer, Rec."Source Type"::"Customer Price Group",
            Rec."Source Type"::"Customer Disc. Group", Rec."Source Type"::Campaign, Rec."Source Type"::Contact);
    end;

    trigger OnAfterGetRecord()
    begin
        SourceType := SourceTypeOf(Rec."Source Type");
        AssetType := AssetTypeOf(Rec."Asset Type");
        AmountType := AmountTypeOf(Rec."Amount Type");
    end;

    var
        SourceType: Enum "KTR Price Source Type";
        AssetType: Enum "KTR Price Asset Type";
        AmountType: Enum "KTR Price Amount Type";

    local procedure SourceTypeOf(Stored: Enum "Price Source Type"): Enum "KTR Price Source Type"
    begin
        case Stored of
            Stored::Customer:
                exit(SourceType::Customer);
            Stored::"Customer Price Group":
                exit(SourceType::"Customer Price Group");
            Stored::"Customer Disc. Group":
                exit(SourceType::"Customer Disc. Group");
            Stored::Campaign:
                exit(SourceType::Campaign);
            Stored::Contact:
                exit(SourceType::Contact);
        end;
        exit(SourceType::"All Customers");
    end;

    local procedure AssetTypeOf(Stored: Enum "Price Asset Type"): Enum "KTR Price Asset Type"
    begin
        case Stored of
            Stored::Item:
                exit(AssetType::Item);
            Stored::"Item Discount Group":
                exit(AssetType::"Item Discount Group");
            Stored::Resource:
                exit(AssetType::Resource);
            Stored::"G/L Account":
                exit(AssetType::"G/L Account");
        end;
        exit(AssetType::" ");
    end;

    // Microsoft names the member for both "Any"; the interface says what it means.
    local procedure AmountTypeOf(Stored: Enum "Price Amount Type"): Enum "KTR Price Amount Type"
    begin
        case Stored of
            Stored::Price:
                exit(AmountType::Price);
            Stored::Discount:
                exit(AmountType::Discount);
        end;
        exit(AmountType::"Price & Discount");
    end;
}
