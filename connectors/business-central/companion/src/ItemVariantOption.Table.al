namespace Kontor.Commerce;

using Microsoft.Inventory.Item;

table 50100 "KTR Item Variant Option"
{
    Caption = 'Item Variant Option';
    DataClassification = CustomerContent;
    Access = Internal;

    fields
    {
        field(1; "Item No."; Code[20])
        {
            Caption = 'Item No.';
            TableRelation = Item;
            NotBlank = true;
        }
        field(2; "Variant Code"; Code[10])
        {
            Caption = 'Variant Code';
            TableRelation = "Item Variant".Code where("Item No." = field("Item No."));
            NotBlank = true;
        }
        field(3; Position; Integer)
        {
            Caption = 'Position';
            MinValue = 1;
        }
        field(4; "Option Name"; Text[250])
        {
            Caption = 'Option Name';
        }
        field(5; "Option Value"; Text[250])
        {
            Caption = 'Option Value';
        }
    }

    keys
    {
        key(PK; "Item No.", "Variant Code", Position)
        {
            Clustered = true;
        }
    }
}
