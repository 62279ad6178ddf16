namespace Kontor.Commerce;

using Microsoft.Inventory.Item;
using Microsoft.Inventory.Item.Catalog;

page 50116 "KTR Item Details"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemDetail';
    EntitySetName = 'itemDetails';
    EntityCaption = 'Item detail';
    EntitySetCaption = 'Item details';
    SourceTable = Item;
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
                field(number; Rec."No.")
                {
                    Caption = 'number', Locked = true;
                }
                field(description2; Rec."Description 2")
                {
                    Caption = 'description2', Locked = true;
                }
                field(vatProductPostingGroup; Rec."VAT Prod. Posting Group")
                {
                    Caption = 'vatProductPostingGroup', Locked = true;
                }
                field(vatBusinessPostingGroupPrice; Rec."VAT Bus. Posting Gr. (Price)")
                {
                    Caption = 'vatBusinessPostingGroupPrice', Locked = true;
                }
                field(itemDiscountGroup; Rec."Item Disc. Group")
                {
                    Caption = 'itemDiscountGroup', Locked = true;
                }
                field(allowInvoiceDiscount; Rec."Allow Invoice Disc.")
                {
                    Caption = 'allowInvoiceDiscount', Locked = true;
                }
                field(salesUnitOfMeasureCode; Rec."Sales Unit of Measure")
                {
                    Caption = 'salesUnitOfMeasureCode', Locked = true;
                }
                field(salesBlocked; Rec."Sales Blocked")
                {
                    Caption = 'salesBlocked', Locked = true;
                }
                field(netWeight; Rec."Net Weight")
                {
                    Caption = 'netWeight', Locked = true;
                }
                field(grossWeight; Rec."Gross Weight")
                {
                    Caption = 'grossWeight', Locked = true;
                }
                field(unitVolume; Rec."Unit Volume")
                {
                    Caption = 'unitVolume', Locked = true;
                }
                field(tariffNumber; Rec."Tariff No.")
                {
                    Caption = 'tariffNumber', Locked = true;
                }
                field(countryOfOriginCode; Rec."Country/Region of Origin Code")
                {
                    Caption = 'countryOfOriginCode', Locked = true;
                }
                field(manufacturerCode; Rec."Manufacturer Code")
                {
                    Caption = 'manufacturerCode', Locked = true;
                }
                field(manufacturerName; ManufacturerName)
                {
                    Caption = 'manufacturerName', Locked = true;
                }
                field(safetyStockQuantity; Rec."Safety Stock Quantity")
                {
                    Caption = 'safetyStockQuantity', Locked = true;
                }
                field(reserve; Rec.Reserve)
                {
                    Caption = 'reserve', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    var
        Manufacturer: Record Manufacturer;
    begin
        ManufacturerName := '';
        if Rec."Manufacturer Code" <> '' then
            if Manufacturer.Get(Rec."Manufacturer Code") then
                ManufacturerName := Manufacturer.Name;
    end;

    var
        ManufacturerName: Text[50];
}
