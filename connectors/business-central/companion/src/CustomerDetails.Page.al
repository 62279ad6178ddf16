namespace Kontor.Commerce;

using Microsoft.Sales.Customer;

page 50127 "KTR Customer Details"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'customerDetail';
    EntitySetName = 'customerDetails';
    EntityCaption = 'Customer detail';
    EntitySetCaption = 'Customer details';
    SourceTable = Customer;
    ODataKeyFields = SystemId;
    DelayedInsert = true;
    Extensible = false;
    Editable = true;
    InsertAllowed = false;
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
                    Editable = false;
                }
                field(number; Rec."No.")
                {
                    Caption = 'number', Locked = true;
                    Editable = false;
                }
                field(name2; Rec."Name 2")
                {
                    Caption = 'name2', Locked = true;
                }
                field(customerPriceGroup; Rec."Customer Price Group")
                {
                    Caption = 'customerPriceGroup', Locked = true;
                }
                field(customerDiscountGroup; Rec."Customer Disc. Group")
                {
                    Caption = 'customerDiscountGroup', Locked = true;
                }
                field(generalBusinessPostingGroup; Rec."Gen. Bus. Posting Group")
                {
                    Caption = 'generalBusinessPostingGroup', Locked = true;
                }
                field(vatBusinessPostingGroup; Rec."VAT Bus. Posting Group")
                {
                    Caption = 'vatBusinessPostingGroup', Locked = true;
                }
                field(customerPostingGroup; Rec."Customer Posting Group")
                {
                    Caption = 'customerPostingGroup', Locked = true;
                }
                field(allowLineDiscount; Rec."Allow Line Disc.")
                {
                    Caption = 'allowLineDiscount', Locked = true;
                }
                field(pricesIncludeTax; Rec."Prices Including VAT")
                {
                    Caption = 'pricesIncludeTax', Locked = true;
                }
                field(invoiceDiscountCode; Rec."Invoice Disc. Code")
                {
                    Caption = 'invoiceDiscountCode', Locked = true;
                }
                field(billToCustomerNumber; Rec."Bill-to Customer No.")
                {
                    Caption = 'billToCustomerNumber', Locked = true;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'shippingAgentCode', Locked = true;
                }
                field(shippingAgentServiceCode; Rec."Shipping Agent Service Code")
                {
                    Caption = 'shippingAgentServiceCode', Locked = true;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'locationCode', Locked = true;
                }
                field(gln; Rec.GLN)
                {
                    Caption = 'gln', Locked = true;
                }
                field(languageCode; Rec."Language Code")
                {
                    Caption = 'languageCode', Locked = true;
                }
                field(balance; Rec."Balance (LCY)")
                {
                    Caption = 'balance', Locked = true;
                    Editable = false;
                }
                field(overdueBalance; Rec."Balance Due (LCY)")
                {
                    Caption = 'overdueBalance', Locked = true;
                    Editable = false;
                }
                field(outstandingOrders; Rec."Outstanding Orders (LCY)")
                {
                    Caption = 'outstandingOrders', Locked = true;
                    Editable = false;
                }
                field(creditLimit; Rec."Credit Limit (LCY)")
                {
                    Caption = 'creditLimit', Locked = true;
                    Editable = false;
                }
                field(territoryCode; Rec."Territory Code")
                {
                    Caption = 'territoryCode', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                    Editable = false;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        Rec.SetRange("Date Filter", 0D, WorkDate() - 1);
        Rec.CalcFields("Balance (LCY)", "Balance Due (LCY)", "Outstanding Orders (LCY)");
    end;
}
