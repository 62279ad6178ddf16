namespace Kontor.Commerce;

using Microsoft.Finance.GeneralLedger.Setup;
using Microsoft.Sales.Setup;
using System.Environment.Configuration;

page 50113 "KTR Pricing Setups"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'pricingSetup';
    EntitySetName = 'pricingSetups';
    EntityCaption = 'Pricing setup';
    EntitySetCaption = 'Pricing setups';
    SourceTable = "KTR Pricing Setup";
    SourceTableTemporary = true;
    ODataKeyFields = Id;
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
                field(id; Rec.Id)
                {
                    Caption = 'id', Locked = true;
                }
                field(salesPricesEnabled; Rec."Sales Prices Enabled")
                {
                    Caption = 'salesPricesEnabled', Locked = true;
                }
                field(localCurrencyCode; Rec."Local Currency Code")
                {
                    Caption = 'localCurrencyCode', Locked = true;
                }
                field(amountRoundingPrecision; Rec."Amount Rounding Precision")
                {
                    Caption = 'amountRoundingPrecision', Locked = true;
                }
                field(unitAmountRoundingPrecision; Rec."Unit-Amount Rounding Precision")
                {
                    Caption = 'unitAmountRoundingPrecision', Locked = true;
                }
                field(defaultPriceListCode; Rec."Default Price List Code")
                {
                    Caption = 'defaultPriceListCode', Locked = true;
                }
                field(lastModifiedDateTime; Rec."Last Modified")
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnOpenPage()
    var
        GeneralLedgerSetup: Record "General Ledger Setup";
        SalesReceivablesSetup: Record "Sales & Receivables Setup";
        FeatureManagementFacade: Codeunit "Feature Management Facade";
    begin
        GeneralLedgerSetup.Get();
        SalesReceivablesSetup.Get();
        Rec.Init();
        Rec.Id := SalesReceivablesSetup.SystemId;
        Rec."Sales Prices Enabled" := FeatureManagementFacade.IsEnabled('SalesPrices');
        Rec."Local Currency Code" := GeneralLedgerSetup."LCY Code";
        Rec."Amount Rounding Precision" := GeneralLedgerSetup."Amount Rounding Precision";
        Rec."Unit-Amount Rounding Precision" := GeneralLedgerSetup."Unit-Amount Rounding Precision";
        Rec."Default Price List Code" := SalesReceivablesSetup."Default Price List Code";
        Rec."Last Modified" := SalesReceivablesSetup.SystemModifiedAt;
        if GeneralLedgerSetup.SystemModifiedAt > Rec."Last Modified" then
            Rec."Last Modified" := GeneralLedgerSetup.SystemModifiedAt;
        Rec.Insert();
    end;
}
